module grow;
    longint numbers[];

    initial begin
        numbers = new[1 << 16];
        forever numbers = new[2 * numbers.size()](numbers);
    end
endmodule
