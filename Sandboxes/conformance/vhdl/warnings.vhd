use std.textio.all;

entity warnings is
end entity;

architecture behaviour of warnings is
begin
    process
        variable value : natural range 0 to 3;
    begin
        if now > 1 ns then
            value := 5;
        end if;
        write(output, "Hello, World!" & LF);
        wait;
    end process;
end architecture;
