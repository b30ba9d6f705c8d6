module warnings;
    greeting greeting(4'b0);
endmodule

module greeting(input [7:0] unused);
    initial $display("Hello, World!");
endmodule
