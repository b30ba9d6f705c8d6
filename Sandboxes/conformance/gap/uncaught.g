Error("nobody catches this");
