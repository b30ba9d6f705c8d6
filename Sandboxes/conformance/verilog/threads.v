module threads;
    integer sum;

    task automatic work(input integer number);
        repeat (1000) begin
            sum = sum + number;
            #1;
        end
    endtask

    initial begin
        sum = 0;
        fork
            work(0);
            work(1);
            work(2);
            work(3);
        join
        $display("%0d", sum);
    end
endmodule
