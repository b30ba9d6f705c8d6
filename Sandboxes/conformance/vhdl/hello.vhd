use std.textio.all;

entity hello is
end entity;

architecture behaviour of hello is
begin
    process
    begin
        write(output, "Hello, World!" & LF);
        wait;
    end process;
end architecture;
