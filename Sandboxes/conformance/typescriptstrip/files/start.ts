import { greet } from './greeting.ts';

greet('World');
