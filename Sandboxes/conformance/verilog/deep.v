module deep;
    function automatic integer depth(input integer n);
        depth = n == 0 ? 0 : 1 + depth(n - 1);
    endfunction

    initial $display("%0d", depth(100000));
endmodule
