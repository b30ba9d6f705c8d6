use std.textio.all;

entity sum is
end entity;

architecture behaviour of sum is
begin
    process
        variable text : line;
        variable count, value : integer;
        -- Integers have 32 bits; whole numbers of 53 bits are exact in this.
        variable total : real := 0.0;
    begin
        readline(input, text);
        read(text, count);
        for i in 1 to count loop
            readline(input, text);
            read(text, value);
            total := total + real(value);
        end loop;
        write(output, to_string(total, "%.0f") & LF);
        wait;
    end process;
end architecture;
