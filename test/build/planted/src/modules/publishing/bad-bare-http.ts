// expect boundaries(dependencies): a pure file reaches the network by a bare name
import { request } from 'http';
export const y = request;
