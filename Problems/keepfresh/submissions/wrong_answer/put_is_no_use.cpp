// A put with a known key changes the value and forgets that this is a use, too.
#include <iostream>
#include <list>
#include <map>
#include <string>

int main() {
    std::size_t capacity;
    std::cin >> capacity;
    std::list<std::string> order;
    std::map<std::string, int> values;
    std::string verb, key;
    while (std::cin >> verb >> key) {
        if (verb == "put") {
            int value;
            std::cin >> value;
            if (values.count(key) == 0) {
                if (values.size() == capacity) {
                    values.erase(order.back());
                    order.pop_back();
                }
                order.push_front(key);
            }
            values[key] = value;
        } else if (verb == "drop") {
            values.erase(key);
            order.remove(key);
        } else if (values.count(key) > 0) {
            order.remove(key);
            order.push_front(key);
            std::cout << values[key] << '\n';
        } else {
            std::cout << "none\n";
        }
    }
}
