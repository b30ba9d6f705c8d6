module fails;
    initial $fatal(1, "nobody catches this");
endmodule
