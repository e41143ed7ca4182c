// Pages are drawn on the server and ship no framework; islands add what needs a script.
export const csr = false;
