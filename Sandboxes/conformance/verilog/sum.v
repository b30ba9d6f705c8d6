module sum;
    integer count, value, scanned;
    reg signed [63:0] total;

    initial begin
        total = 0;
        scanned = $fscanf(32'h8000_0000, "%d", count);
        repeat (count) begin
            scanned = $fscanf(32'h8000_0000, "%d", value);
            total = total + value;
        end
        $display("%0d", total);
    end
endmodule
