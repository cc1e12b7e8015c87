import type { Command } from 'commander';
import type { Io } from '../io.ts';

/** Adds a command to the program. What a command needs beyond its options is imported when it runs, so that help is instant. */
export type Register = (program: Command, io: Io) => void;
