module utf8;
    reg [8 * 1024:1] line;
    integer length;

    initial begin
        repeat (2) begin
            length = $fgets(line, 32'h8000_0000);
            $write("%0s", line);
        end
        $display("žluťoučký kůň, καλημέρα, 日本語, 🙂");
    end
endmodule
