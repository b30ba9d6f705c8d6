module spin;
    integer counter;

    initial begin
        counter = 0;
        forever counter = (counter + 1) % 1000;
    end
endmodule
