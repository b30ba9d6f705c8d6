procedure Uncaught is
begin
   raise Program_Error with "nobody catches this";
end Uncaught;
