#import <Foundation/Foundation.h>
#include <vector>

int main() {
    std::vector<NSData *> blocks;
    const std::vector<char> content(1 << 20, 'x');
    for (;;) blocks.push_back([[NSData alloc] initWithBytes: content.data() length: content.size()]);
}
