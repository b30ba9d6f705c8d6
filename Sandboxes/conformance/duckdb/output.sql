select repeat('x', 99) from range(100000);
