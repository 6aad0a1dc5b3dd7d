import fc from 'fast-check';

// A mutant that twenty random inputs do not tell from the code, a hundred seldom do; and thousands of mutants are tried.
fc.configureGlobal({ numRuns: 20 });
