throw RunTimeError, "nobody catches this";
