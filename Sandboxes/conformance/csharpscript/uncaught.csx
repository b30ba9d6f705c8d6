throw new InvalidOperationException("nobody catches this");
