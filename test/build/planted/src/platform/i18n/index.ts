import { createHash } from 'node:crypto';
import { z } from 'zod';
import french from '#messages/fr.json';
import { fact } from '../fact.ts';
export const words = [createHash, z, french, fact];
