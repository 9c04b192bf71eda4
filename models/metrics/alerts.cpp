// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/alerts.h"

#include "metrics/excerpt.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace warroom::metrics {

namespace {

QString key(const char* name) { return QLatin1String(name); }

Error notPrometheus(const QByteArray& body) { return {ErrorCode::NotPrometheus, excerpt(body)}; }

QString text(const QJsonValue& value) { return cut(value.toString(), longestText); }

/// QJsonObject orders its keys by their UTF-16, Prometheus by their bytes; names of labels are ASCII as a rule.
std::vector<Label> labels(const QJsonObject& object)
{
    std::vector<Label> all;
    for (auto each = object.begin(); each != object.end() && qsizetype(all.size()) < mostLabels; ++each)
        all.push_back({cut(each.key(), longestText), text(each.value())});
    return all;
}

/// "0001-01-01T00:00:00Z" is how Go writes that there is none.
std::optional<Instant> time(const QJsonValue& value)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime && time.date().year() > 1 ? std::optional(toInstant(time))
                                                                                        : std::nullopt;
}

std::optional<AlertState> stateOf(const QString& word)
{
    if (word == QLatin1String("active") || word == QLatin1String("firing"))
        return AlertState::Firing;
    if (word == QLatin1String("pending"))
        return AlertState::Pending;
    if (word == QLatin1String("suppressed"))
        return AlertState::Suppressed;
    if (word == QLatin1String("unprocessed"))
        return AlertState::Unprocessed;
    return {};
}

/// What both servers say in the same way; nothing where it is no alert.
std::optional<Alert> alertOf(const QJsonObject& object, const char* startKey, const QJsonValue& state)
{
    const std::optional<Instant> start = time(object[key(startKey)]);
    const std::optional<AlertState> known = stateOf(state.toString());
    Alert alert;
    alert.labels = labels(object[key("labels")].toObject());
    if (!start || !known || alert.labels.empty())
        return {};
    alert.startsAt = *start;
    alert.state = *known;
    alert.annotations = labels(object[key("annotations")].toObject());
    alert.generatorUrl = text(object[key("generatorURL")]);
    alert.fingerprint = text(object[key("fingerprint")]);
    if (alert.fingerprint.isEmpty())
        alert.fingerprint = fingerprintOf(alert.labels);
    return alert;
}

/// Each once: of what comes twice the first, as servers list what is newer.
template<typename Read> Alerts collected(const QJsonArray& array, const Read& read)
{
    Alerts alerts;
    QSet<std::pair<QString, qint64>> seen;
    for (const auto& each : array) {
        if (qsizetype(alerts.all.size()) == mostAlerts) {
            ++alerts.leftOut;
            continue;
        }
        std::optional<Alert> alert = read(each.toObject());
        if (!alert) {
            ++alerts.unread;
            continue;
        }
        const std::pair identity(alert->fingerprint, toMs(alert->startsAt));
        if (seen.contains(identity))
            continue;
        seen.insert(identity);
        alerts.all.push_back(std::move(*alert));
    }
    std::ranges::stable_sort(alerts.all, std::ranges::greater(), &Alert::startsAt);
    return alerts;
}

QString find(const std::vector<Label>& labels, const QString& name)
{
    const auto found = std::ranges::find(labels, name, &Label::name);
    return found == labels.end() ? QString() : found->value;
}

} // namespace

QString Alert::label(const QString& name) const { return find(labels, name); }
QString Alert::annotation(const QString& name) const { return find(annotations, name); }

Result<Alerts> parseAlertmanager(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isArray())
        return notPrometheus(body);
    return collected(document.array(), [](const QJsonObject& object) {
        const QJsonObject status = object[key("status")].toObject();
        std::optional<Alert> alert = alertOf(object, "startsAt", status[key("state")]);
        if (!alert)
            return alert;
        alert->endsAt = time(object[key("endsAt")]);
        const QJsonArray silences = status[key("silencedBy")].toArray();
        for (const auto& silence : silences)
            alert->silencedBy += text(silence);
        return alert;
    });
}

Result<Alerts> parsePrometheusAlerts(const QByteArray& body)
{
    const QJsonObject answer = QJsonDocument::fromJson(body).object();
    const QJsonValue alerts = answer[key("data")][key("alerts")];
    if (answer[key("status")] != key("success") || !alerts.isArray())
        return notPrometheus(body);
    return collected(
        alerts.toArray(), [](const QJsonObject& object) { return alertOf(object, "activeAt", object[key("state")]); });
}

/// FNV-1a of names and values, each followed by a byte that no text holds: LabelSet.Fingerprint of Prometheus' model.
QString fingerprintOf(const std::vector<Label>& labels)
{
    constexpr quint64 basis = 14'695'981'039'346'656'037ULL;
    constexpr quint64 prime = 1'099'511'628'211ULL;
    quint64 hash = basis;
    const auto add = [&](const QString& part) {
        for (const char byte : part.toUtf8() + '\xff')
            hash = (hash ^ quint8(byte)) * prime;
    };
    for (const Label& label : labels) {
        add(label.name);
        add(label.value);
    }
    return QStringLiteral("%1").arg(hash, 16, 16, QLatin1Char('0'));
}

} // namespace warroom::metrics
