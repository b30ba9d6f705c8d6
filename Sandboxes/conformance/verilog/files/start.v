module start;
    greeting greeting();
    initial greeting.greet("World");
endmodule
