#import <Foundation/Foundation.h>

int main(void) {
    [NSException raise: NSGenericException format: @"nobody catches this"];
}
