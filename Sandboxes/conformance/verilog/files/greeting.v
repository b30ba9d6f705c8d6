module greeting;
    task greet(input [8 * 32:1] name);
        $display("Hello, %0s!", name);
    endtask
endmodule
