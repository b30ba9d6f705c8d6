use std.textio.all;

entity input is
end entity;

architecture behaviour of input is
begin
    process
        variable text, last : line;
        variable count : natural := 0;
    begin
        while not endfile(std.textio.input) loop
            deallocate(last);
            readline(std.textio.input, text);
            last := new string'(text.all);
            count := count + 1;
        end loop;
        write(output, to_string(count) & LF);
        writeline(output, last);
        wait;
    end process;
end architecture;
