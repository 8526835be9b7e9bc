namespace ActorNet.Hocon;

/// <summary>A length of time in calendar units, whose length in seconds depends on where it starts.</summary>
/// <param name="Years">May be negative.</param>
/// <param name="Months">May be negative.</param>
/// <param name="Days">May be negative; a week is seven days.</param>
public readonly record struct HoconPeriod(int Years, int Months, int Days);
