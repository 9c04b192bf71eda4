// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/nearby.h"

#include <QHostAddress>

#include <algorithm>

namespace warroom::metrics {

bool isNearby(const QString& host)
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")))
        return true;
    const QHostAddress address(host);
    // RFC 1918, 3927, 4193 and 4291.
    static const char* const networks[] = {"127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
        "169.254.0.0/16", "::1/128", "fc00::/7", "fe80::/10"};
    return !address.isNull() && std::ranges::any_of(networks, [&](const char* network) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(network)));
    });
}

} // namespace warroom::metrics
