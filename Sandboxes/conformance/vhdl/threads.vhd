use std.textio.all;

entity threads is
end entity;

architecture behaviour of threads is
    type counter is protected
        procedure add(number : integer);
        impure function value return integer;
    end protected;

    type counter is protected body
        variable sum : integer := 0;

        procedure add(number : integer) is
        begin
            sum := sum + number;
        end procedure;

        impure function value return integer is
        begin
            return sum;
        end function;
    end protected body;

    shared variable sum : counter;
    signal finished : bit_vector(0 to 3) := "0000";
begin
    workers : for number in 0 to 3 generate
        process
        begin
            for i in 1 to 1000 loop
                sum.add(number);
                wait for 1 ns;
            end loop;
            finished(number) <= '1';
            wait;
        end process;
    end generate;

    process
    begin
        wait until finished = "1111";
        write(output, to_string(sum.value) & LF);
        wait;
    end process;
end architecture;
