// Exit code 1: nobody catches what is thrown.
throw new RangeError("nothing to look at");
