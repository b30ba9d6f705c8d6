module lines;
    reg [8 * 1024:1] line, last;
    integer count, length;

    initial begin
        count = 0;
        length = $fgets(line, 32'h8000_0000);
        while (length != 0) begin
            count = count + 1;
            last = line;
            length = $fgets(line, 32'h8000_0000);
        end
        $display("%0d", count);
        $write("%0s", last);
    end
endmodule
