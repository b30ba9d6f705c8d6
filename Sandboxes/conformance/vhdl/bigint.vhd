library ieee;
use ieee.numeric_std.all;
use std.textio.all;

entity bigint is
end entity;

architecture behaviour of bigint is
    function decimal(value : unsigned) return string is
    begin
        if value < 10 then
            return to_string(to_integer(value));
        end if;
        return decimal(value / 10) & to_string(to_integer(value mod 10));
    end function;
begin
    process
        variable product : unsigned(255 downto 0) := to_unsigned(1, 256);
    begin
        for i in 1 to 50 loop
            product := resize(product * to_unsigned(i, 8), 256);
        end loop;
        write(output, decimal(product) & LF);
        wait;
    end process;
end architecture;
