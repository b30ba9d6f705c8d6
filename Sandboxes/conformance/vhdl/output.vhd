use std.textio.all;

entity output is
end entity;

architecture behaviour of output is
begin
    process
        constant text : string(1 to 99) := (others => 'x');
    begin
        for i in 1 to 100000 loop
            write(std.textio.output, text & LF);
        end loop;
        wait;
    end process;
end architecture;
