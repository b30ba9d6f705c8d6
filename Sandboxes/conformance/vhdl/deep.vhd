use std.textio.all;

entity deep is
end entity;

architecture behaviour of deep is
    function depth(n : natural) return natural is
    begin
        if n = 0 then
            return 0;
        end if;
        return 1 + depth(n - 1);
    end function;
begin
    process
    begin
        write(output, to_string(depth(100000)) & LF);
        wait;
    end process;
end architecture;
