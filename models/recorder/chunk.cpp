// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/chunk.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace warroom::recorder {

namespace {

constexpr qsizetype wordSize = 8;
/// A piece of a series that is asked for every millisecond, and more: beyond that the bytes are none of ours.
constexpr quint32 longest = 64 * 1024 * 1024;

/// Byte by byte of equal weight beside each other: of numbers that resemble each other most of these are the same,
/// which is what makes them short.
void appendPlanes(QByteArray& to, const std::vector<quint64>& words)
{
    for (qsizetype plane = 0; plane < wordSize; ++plane)
        for (const quint64 word : words)
            to += char(word >> (8 * plane));
}

std::vector<quint64> fromPlanes(QByteArrayView planes)
{
    std::vector<quint64> words(std::size_t(planes.size() / wordSize));
    for (std::size_t i = 0; i < words.size() * wordSize; ++i)
        words[i % words.size()] |= quint64(uchar(planes[qsizetype(i)])) << (8 * (i / words.size()));
    return words;
}

} // namespace

QByteArray packed(const std::vector<Sample>& samples)
{
    // Times as the change of their distance, which is none mostly; values as what differs from the one before.
    std::vector<quint64> times;
    std::vector<quint64> values;
    quint64 time = 0;
    quint64 distance = 0;
    quint64 bits = 0;
    for (const Sample& sample : samples) {
        const quint64 now = quint64(sample.time) - time;
        times.push_back(now - distance);
        distance = now;
        time = quint64(sample.time);
        const quint64 its = std::bit_cast<quint64>(sample.value);
        values.push_back(its ^ bits);
        bits = its;
    }
    QByteArray planes;
    planes.reserve(qsizetype(2 * wordSize) * qsizetype(samples.size()));
    appendPlanes(planes, times);
    appendPlanes(planes, values);
    return qCompress(planes);
}

std::vector<Sample> unpacked(const QByteArray& bytes)
{
    // qUncompress() would allocate whatever the first bytes say.
    if (bytes.size() < 4 || qFromBigEndian<quint32>(bytes.constData()) > longest)
        return {};
    const QByteArray planes = qUncompress(bytes);
    if (planes.size() % (2 * wordSize) != 0)
        return {};
    const std::vector<quint64> times = fromPlanes(QByteArrayView(planes).first(planes.size() / 2));
    const std::vector<quint64> values = fromPlanes(QByteArrayView(planes).last(planes.size() / 2));
    std::vector<Sample> samples;
    samples.reserve(times.size());
    quint64 time = 0;
    quint64 distance = 0;
    quint64 bits = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        distance += times[i];
        time += distance;
        bits ^= values[i];
        samples.push_back({qint64(time), std::bit_cast<double>(bits)});
    }
    return samples;
}

std::vector<Sample> merged(const std::vector<Sample>& older, const std::vector<Sample>& newer)
{
    std::vector<Sample> all;
    all.reserve(older.size() + newer.size());
    std::ranges::merge(newer, older, std::back_inserter(all), {}, &Sample::time, &Sample::time);
    const auto isSame = [](const Sample& a, const Sample& b) { return a.time == b.time; };
    all.erase(std::unique(all.begin(), all.end(), isSame), all.end());
    return all;
}

std::vector<Sample> thinned(const std::vector<Sample>& samples, Milliseconds stretch)
{
    std::vector<Sample> few;
    const auto of = [&](const Sample& sample) { return sample.time / stretch.count(); };
    for (auto begin = samples.begin(); begin != samples.end();) {
        const auto end = std::find_if(begin, samples.end(), [&](const Sample& each) { return of(each) != of(*begin); });
        // NaN is neither; where there is nothing else, the first of them says so.
        const auto less = [](const Sample& a, const Sample& b) {
            return std::isnan(b.value) ? !std::isnan(a.value) : a.value < b.value;
        };
        const auto more = [](const Sample& a, const Sample& b) {
            return std::isnan(b.value) ? !std::isnan(a.value) : a.value > b.value;
        };
        const auto [first, last] =
            std::minmax({std::min_element(begin, end, less), std::min_element(begin, end, more)});
        few.push_back(*first);
        if (first != last)
            few.push_back(*last);
        begin = end;
    }
    return few;
}

} // namespace warroom::recorder
