// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/answer.h"

#include <optional>

namespace warroom::metrics {

/// Beyond these, alerts are only counted.
inline constexpr qsizetype mostAlerts = 10'000;

/// Firing is what Alertmanager calls active; suppressed is silenced or inhibited there.
enum class AlertState { Pending, Firing, Suppressed, Unprocessed };

/// An alert as a server knows it at this moment.
struct Alert {
    QString fingerprint; ///< Of its labels, in 16 hexadecimal digits: the alert, however often it fires.
    Instant startsAt; ///< With the fingerprint: this once that it fires.
    std::optional<Instant> endsAt; ///< When it is over, in the past or, where nothing more is heard of it, ahead.
    AlertState state = AlertState::Firing;
    std::vector<Label> labels; ///< Ordered by name.
    std::vector<Label> annotations;
    QString generatorUrl; ///< Where the server shows its expression; text of somebody else.
    QStringList silencedBy; ///< Ids of silences.

    bool operator==(const Alert&) const = default;

    /// Of a label; empty where there is none.
    QString label(const QString& name) const;
    QString annotation(const QString& name) const;
};

struct Alerts {
    std::vector<Alert> all; ///< By start, the latest first; each once.
    qsizetype leftOut = 0; ///< Beyond mostAlerts.
    qsizetype unread = 0; ///< Without labels or a start.
};

/// The body of /api/v2/alerts of an Alertmanager. NotPrometheus where it is anything else.
Result<Alerts> parseAlertmanager(const QByteArray& body);

/// The body of /api/v1/alerts of a Prometheus, where an alert starts when its expression first held. NotPrometheus.
Result<Alerts> parsePrometheusAlerts(const QByteArray& body);

/// As Prometheus and Alertmanager compute it of labels ordered by name.
QString fingerprintOf(const std::vector<Label>& labels);

} // namespace warroom::metrics
