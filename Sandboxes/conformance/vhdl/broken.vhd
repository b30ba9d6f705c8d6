entity broken is end entity;
architecture behaviour of broken is
    signal known : integer := unknown;
begin
end architecture;
