use std.textio.all;

entity utf8 is
end entity;

architecture behaviour of utf8 is
    type bytes is array (natural range <>) of natural;

    -- Sources are in ISO 8859-1: other letters cannot be written in them.
    constant greeting : bytes := (
        197, 190, 108, 117, 197, 165, 111, 117, 196, 141, 107, 195, 189, 32, 107, 197, 175, 197,
        136, 44, 32, 206, 186, 206, 177, 206, 187, 206, 183, 206, 188, 206, 173, 207, 129, 206,
        177, 44, 32, 230, 151, 165, 230, 156, 172, 232, 170, 158, 44, 32, 240, 159, 153, 130
    );
begin
    process
        variable text : line;
    begin
        for i in 1 to 2 loop
            readline(input, text);
            writeline(output, text);
        end loop;
        for i in greeting'range loop
            write(text, character'val(greeting(i)));
        end loop;
        writeline(output, text);
        wait;
    end process;
end architecture;
