error, "nobody catches this";
