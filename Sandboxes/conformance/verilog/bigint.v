module bigint;
    reg [255:0] product;
    integer i;

    initial begin
        product = 1;
        for (i = 1; i <= 50; i = i + 1) product = product * i;
        $display("%0d", product);
    end
endmodule
