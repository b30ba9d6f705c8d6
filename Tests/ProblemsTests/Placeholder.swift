// Tests of Problems.
