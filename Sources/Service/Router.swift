internal import HTTPServing
