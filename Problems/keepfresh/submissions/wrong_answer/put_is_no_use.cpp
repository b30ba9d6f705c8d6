// A put with a known key changes the value and forgets that this is a use, too.
#include <iostream>
#include <list>
#include <map>
#include <string>

int main() {
    struct Entry {
        std::string key;
        int value;
    };
    std::size_t capacity;
    std::cin >> capacity;
    std::list<Entry> entries;
    std::map<std::string, std::list<Entry>::iterator> places;
    std::string verb, key;
    while (std::cin >> verb >> key) {
        const auto found = places.find(key);
        const bool isKnown = found != places.end();
        if (verb == "put") {
            int value;
            std::cin >> value;
            if (isKnown) {
                found->second->value = value;
                continue;
            }
            if (entries.size() == capacity) {
                places.erase(entries.back().key);
                entries.pop_back();
            }
            entries.push_front({key, value});
            places[key] = entries.begin();
        } else if (verb == "drop") {
            if (isKnown) {
                entries.erase(found->second);
                places.erase(found);
            }
        } else if (isKnown) {
            entries.splice(entries.begin(), entries, found->second);
            std::cout << found->second->value << '\n';
        } else {
            std::cout << "none\n";
        }
    }
}
