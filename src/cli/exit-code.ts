/**
 * How a command ends: 0 all is well (there may be warnings), 1 something was found that is wrong,
 * 2 the input or the command line can't be read.
 */
export type ExitCode = 0 | 1 | 2;
