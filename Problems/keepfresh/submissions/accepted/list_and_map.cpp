// A list in the order of use, and a map from the keys to their places in it.
#include <iostream>
#include <list>
#include <string>
#include <unordered_map>

class Cache {
public:
    explicit Cache(std::size_t capacity) : capacity(capacity) {}

    const int *get(const std::string &key) {
        const auto found = places.find(key);
        if (found == places.end()) {
            return nullptr;
        }
        entries.splice(entries.begin(), entries, found->second);
        return &found->second->value;
    }

    void put(const std::string &key, int value) {
        if (get(key) != nullptr) {
            entries.front().value = value;
            return;
        }
        if (entries.size() == capacity) {
            places.erase(entries.back().key);
            entries.pop_back();
        }
        entries.push_front({key, value});
        places[key] = entries.begin();
    }

    void drop(const std::string &key) {
        const auto found = places.find(key);
        if (found != places.end()) {
            entries.erase(found->second);
            places.erase(found);
        }
    }

private:
    struct Entry {
        std::string key;
        int value;
    };

    std::size_t capacity;
    std::list<Entry> entries;  // the one used last is the first
    std::unordered_map<std::string, std::list<Entry>::iterator> places;
};

int main() {
    std::ios::sync_with_stdio(false);
    std::size_t capacity;
    std::cin >> capacity;
    Cache cache(capacity);
    std::string verb, key;
    while (std::cin >> verb && verb != "quit") {
        std::cin >> key;
        if (verb == "put") {
            int value;
            std::cin >> value;
            cache.put(key, value);
        } else if (verb == "drop") {
            cache.drop(key);
        } else if (const int *value = cache.get(key)) {
            std::cout << *value << '\n';
        } else {
            std::cout << "none\n";
        }
    }
}
