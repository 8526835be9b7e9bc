// A namespace beside ours has the name of the type.
global using TopologyModel = ActorNet.Topology.Topology;
