Para oír esto otra vez, oprima 1.
Si aún no tiene luz, oprima 2.
Para no recibir estas llamadas, oprima 9.
