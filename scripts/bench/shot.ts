// What the load generator is told, and what it answers. Plain JSON: it runs in a process of its own.

export type Shot = {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  /** Text of the request; in it and in the path, `@@VERSION@@` stands for the counter of this shot, which each success increases. */
  body?: string;
  /** A file sent between two texts (multipart), or alone. */
  file?: { path: string; before: string; after: string };
  counter?: number;
  expect: {
    status: number;
    /** Text that the answer must hold. */
    includes?: string;
    /** End of the Location header. */
    location?: string;
  };
};

export type Volley = {
  origin: string;
  connections: number;
  shots: Shot[];
  /** Duration. With `once`, the longest allowed: the volley ends when each shot was fired once. */
  seconds: number;
  once?: boolean;
};

export type Outcome = {
  good: number;
  bad: number;
  /** First wrong answers, for the person who reads. */
  complaints: string[];
  seconds: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Mean size of an answer, uncompressed. */
  bytes: number;
  /** Counter of each shot afterwards. */
  counters: number[];
};
