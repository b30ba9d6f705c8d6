module broken;
    integer known;
    initial known = unknown / 2;
endmodule
