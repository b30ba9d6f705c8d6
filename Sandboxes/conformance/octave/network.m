[text, connected] = urlread("http://192.0.2.1/");
if !connected
  disp("no network")
end
